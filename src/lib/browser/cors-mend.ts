/** Text to paste, with the name of the place it goes to. */
export interface Mend {
	label: string;
	text: string;
}

const METHODS = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS'];
const HEADERS = ['authorization', 'content-type', 'accept'];

/**
 * What lets a page of `origin` read this Airflow's answers. All three keys are needed: with origins
 * alone the browser's preflight is refused. 2.x copies the values into its headers as they are, 3.x
 * splits them at commas; one origin is written the same way for both.
 * @source airflow/www/extensions/init_views.py `set_cors_headers_on_response`
 * @source airflow-core/src/airflow/api_fastapi/core_api/app.py `init_config`
 */
export function corsMend(origin: string, api: 'v1' | 'v2'): Mend[] {
	const joint = api === 'v1' ? ', ' : ',';
	const values = [
		['origins', origin],
		['methods', METHODS.join(joint)],
		['headers', HEADERS.join(joint)]
	] as const;
	const lines = values.map(([key, value]) => `access_control_allow_${key} = ${value}`);
	const exports = values.map(
		([key, value]) => `export AIRFLOW__API__ACCESS_CONTROL_ALLOW_${key.toUpperCase()}='${value}'`
	);

	return [
		{ label: 'airflow.cfg', text: ['[api]', ...lines].join('\n') },
		{ label: 'env', text: exports.join('\n') }
	];
}
