import type { Connection } from './world-tables.ts';
import rows from './default-connections.json' with { type: 'json' };

/** What `airflow connections create-default-connections` puts in; secrets stand for themselves. */
export const DEFAULT_CONNECTIONS: readonly Omit<Connection, 'id'>[] = rows;
