import type { World } from './world.ts';
import { isSensitive } from './v2/redact.ts';

/**
 * What Airflow stars wherever it shows it, having read it somewhere as a secret: passwords, and the
 * values of variables whose name tells. Undefined when there is none.
 * @source airflow/models/{connection,variable}.py `mask_secret`; secrets_masker.py `add_mask`
 */
export function knownSecrets(world: World, minLength = 5): RegExp | undefined {
	const found = new Set<string>();
	const add = (secret: string) => {
		if (secret.length >= minLength && secret.toLowerCase() !== 'airflow') found.add(secret);
	};
	for (const { password } of world.connections.values()) {
		if (!password) continue;
		add(password);
		add(quote(password));
	}
	for (const { key, value } of world.variables.values()) if (isSensitive(key)) add(value);
	if (found.size === 0) return undefined;
	const words = [...found].map((secret) => secret.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	return new RegExp(words.join('|'), 'g');
}

/** @source Python's urllib.parse.quote */
const quote = (text: string) =>
	encodeURIComponent(text.toWellFormed())
		.replaceAll('%2F', '/')
		.replace(/[!'()*]/g, escapeChar);

const escapeChar = (char: string) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
