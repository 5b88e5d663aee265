import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { targets } from './targets.ts';
import { warningText, warningTexts } from './warnings.ts';

const ids = new Set(targets.map(({ id }) => id));
const folder = 'src/lib/snippets';
const code = [folder, `${folder}/cli`, `${folder}/client`]
	.flatMap((path) => readdirSync(path).map((file) => `${path}/${file}`))
	.filter((file) => /\.ts$/.test(file) && !/\.test\.|\/warnings[\w-]*\./.test(file))
	.map((file) => readFileSync(file, 'utf8'))
	.join('\n');

it.each(Object.entries(warningTexts))(
	'%s asks for the same values in both languages, and is used',
	(id, { ru, en }) => {
		const holes = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();

		expect(holes(ru)).toEqual(holes(en));
		expect(code).toContain(id.startsWith('set-') ? '`set-${' : `'${id}'`);
	}
);

it('has a sentence for every warning in the code', () => {
	const used = [
		...code.matchAll(/(?:\bid: |warn\(|noted\(ask, |(?<!ask\.)loses\()'([a-z0-9-]+)'/g)
	].map((match) => match[1] as string);

	expect(used.length).toBeGreaterThan(20);
	expect(used.filter((id) => !(id in warningTexts) && !ids.has(id))).toEqual([]);
});

it('fills in the values', () => {
	const warning = { id: 'cli-loses', values: { names: 'limit, $&' } };

	expect(warningText(warning, 'en')).toBe('The command does not carry: limit, $&.');
	expect(warningText(warning, 'ru')).toBe('Команда не передаёт: limit, $&.');
});
