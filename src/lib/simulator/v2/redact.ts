import { dumps } from './python-repr.ts';
import { isRecord } from './readers.ts';

/** @source airflow/_shared/secrets_masker/secrets_masker.py `DEFAULT_SENSITIVE_FIELDS` */
const SENSITIVE = [
	'access_key',
	'access_token',
	'api_key',
	'apikey',
	'auth_header',
	'authorization',
	'bearer',
	'connection_string',
	'dsn',
	'passphrase',
	'passwd',
	'password',
	'private_key',
	'proxy',
	'proxies',
	'secret',
	'service_account',
	'service_key',
	'token',
	'keyfile_dict',
	'webhook_url'
];

/** Names that Airflow 2.11 does not take for telling. @source airflow/utils/log/secrets_masker.py */
const NOT_IN_V1 = [
	'access_key',
	'auth_header',
	'bearer',
	'connection_string',
	'dsn',
	'service_key',
	'webhook_url'
];
const WORDS = { v1: SENSITIVE.filter((word) => !NOT_IN_V1.includes(word)), v2: SENSITIVE };

/**
 * A variable's value as the API shows it: JSON is written anew, and what has a telling name is starred.
 * @source airflow/api_fastapi/core_api/datamodels/variables.py `VariableResponse.redact_val`
 */
export function redact(key: string, value: string): string {
	let parsed: unknown;
	try {
		parsed = JSON.parse(value);
	} catch (cause) {
		if (!(cause instanceof SyntaxError)) throw cause;
		return isSensitive(key) ? '***' : value;
	}
	return dumps(isSensitive(key) ? star(parsed) : redactTree(parsed));
}

export const isSensitive = (name: string, line: 'v1' | 'v2' = 'v2') => {
	const low = name.trim().toLowerCase();
	return WORDS[line].some((word) => low.includes(word));
};

/** Any JSON with what has a telling name starred, and what is known as a secret from elsewhere. */
export function redactTree(value: unknown, line: 'v1' | 'v2' = 'v2', secrets?: RegExp): unknown {
	if (typeof value === 'string') return secrets ? value.replace(secrets, '***') : value;
	if (Array.isArray(value)) return value.map((item) => redactTree(item, line, secrets));
	if (!isRecord(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, item]) => [
			name,
			isSensitive(name, line) ? star(item) : redactTree(item, line, secrets)
		])
	);
}

/** Every text below the name; numbers stay as they are. */
function star(value: unknown): unknown {
	if (typeof value === 'string') return '***';
	if (Array.isArray(value)) return value.map(star);
	if (!isRecord(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, star(item)]));
}

/** What was sent, with the stars of telling names turned back into what is kept there. */
export function mergeSecrets(sent: unknown, kept: unknown): unknown {
	if (!isRecord(sent) || !isRecord(kept)) return sent;
	return Object.fromEntries(
		Object.entries(sent).map(([name, value]) => {
			if (isSensitive(name) && value === '***' && name in kept) return [name, kept[name]];
			return [name, mergeSecrets(value, kept[name])];
		})
	);
}
