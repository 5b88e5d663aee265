import { airflowCli } from './airflow-cli.ts';
import { curl } from './curl.ts';
import { pythonRequests } from './python-requests.ts';
import type { SnippetTarget } from './target.ts';

/** Every target, in the order of the tabs. */
export const targets: readonly SnippetTarget[] = [curl, pythonRequests, airflowCli];
