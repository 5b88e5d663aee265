import { http, type RequestHandler } from 'msw';
import type { WorldHost } from './world-host.ts';

/** The worlds as MSW handlers, for whoever answers requests through MSW: here, the service worker. */
export const worldHandlers = (host: WorldHost): RequestHandler[] => [
	// An expression, not '*/airflow/:world/*': MSW would decode the parts and throw on a lone `%`.
	http.all(/\/airflow\//, ({ request }) => host(request))
];
