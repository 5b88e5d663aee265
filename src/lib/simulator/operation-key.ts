/** The parts of an operation's key, `GET /dags/{dag_id}`. */
export function splitKey(operation: string): { verb: string; path: string; words: string[] } {
	const [verb = '', path = ''] = operation.split(' ');
	return { verb, path, words: path.split('/').slice(1) };
}
