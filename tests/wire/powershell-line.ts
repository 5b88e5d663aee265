/** What a script would start: a cmdlet with its splatted parameters, or a program with its words and its input. */
export interface PowershellCall {
	command: string;
	words: string[];
	parameters: ReadonlyMap<string, Value>;
	input: readonly string[];
}

export type Value = string | boolean | Buffer | readonly Value[] | ReadonlyMap<string, Value>;

/**
 * Reads a script as PowerShell does, as far as our snippets use it, and says what it would start.
 * @source Microsoft, PowerShell language specification 2.3.5 (literals, also curly quotes), 7 (expressions),
 * "about_Quoting_Rules", "about_Special_Characters", "about_Splatting"
 * @throws Error for anything else: a snippet should hold nothing else
 */
export function readPowershell(
	script: string,
	environment: Readonly<Record<string, string>>
): PowershellCall[] {
	const calls: PowershellCall[] = [];
	const variables = new Map<string, Value>();
	let at = 0;

	const fail = (wanted: string): never => {
		throw new Error(`Expected ${wanted} at ${JSON.stringify(script.slice(at, at + 60))}`);
	};
	/** Takes what the sticky pattern matches here. */
	const take = (pattern: RegExp): string | undefined => {
		const sticky = new RegExp(pattern.source, 'suy');
		sticky.lastIndex = at;
		const found = sticky.exec(script)?.[0];
		if (found !== undefined) at += found.length;
		return found;
	};
	const need = (pattern: RegExp): string => take(pattern) ?? fail(String(pattern));
	const blank = () => void take(/[ \n]+/);
	const text = (value: Value): string =>
		typeof value === 'string' ? value : fail(`a string, not ${typeof value}`);

	while (at < script.length) {
		statement();
		take(/[ \n]+/);
	}
	return calls;

	function statement() {
		if (take(/if \(\$LASTEXITCODE -ne 0\) \{ throw "curl: \$LASTEXITCODE" \}/) !== undefined)
			return;
		const name = take(/\$\w+(?= = )/);
		if (name !== undefined) {
			need(/ = /);
			variables.set(name.slice(1), expression());
		} else if (script[at] === '@') {
			const piped = expression();
			need(/ \| /);
			command(Array.isArray(piped) ? piped.map(text) : fail('a list'));
		} else command([]);
	}

	function command(input: string[]) {
		const program = need(/[\w.-]+/);
		const words: string[] = [];
		let parameters: ReadonlyMap<string, Value> = new Map();
		while (take(/ +(?!\|)/) !== undefined) {
			const splatted = take(/@\w+/);
			if (splatted === undefined) words.push(take(/-[\w-]*/) ?? atom() + '');
			else parameters = variables.get(splatted.slice(1)) as ReadonlyMap<string, Value>;
		}
		calls.push({ command: program, words, parameters, input });
		if (take(/ \| /) !== undefined) command([]);
	}

	function expression(): Value {
		let value = atom();
		for (;;) {
			if (take(/ \+ /) !== undefined) value = text(value) + text(atom());
			else if (take(/ -join /) !== undefined)
				value = (value as readonly Value[]).map(text).join(text(atom()));
			else return value;
		}
	}

	function atom(): Value {
		let value = simple();
		while (take(/\.Replace\(/) !== undefined) {
			const from = text(expression());
			need(/, /);
			const to = text(expression());
			need(/\)/);
			value = text(value).replaceAll(from, to);
		}
		return value;
	}

	function simple(): Value {
		if (take(/\$true/) !== undefined) return true;
		const variable = take(/\$env:\w+/);
		if (variable !== undefined) return environment[variable.slice(5)] ?? '';
		if (take(/['‘’‚‛]/) !== undefined) return singleQuoted();
		if (take(/["“”„]/) !== undefined) return doubleQuoted();
		if (take(/@\{/) !== undefined) return table();
		if (take(/@\(/) !== undefined) return list();
		if (take(/\[Text\.UTF8Encoding\]::new\(\$false\)/) !== undefined) return 'utf-8';
		if (take(/\[Text\.Encoding\]::UTF8\.GetBytes(?=\()/) !== undefined)
			return Buffer.from(text(simple()), 'utf8');
		if (take(/\[Convert\]::ToBase64String(?=\()/) !== undefined)
			return (simple() as Buffer).toString('base64');
		need(/\(/);
		const value = expression();
		need(/\)/);
		return value;
	}

	function singleQuoted(): string {
		let out = '';
		for (;;) {
			out += take(/[^'‘’‚‛]+/) ?? '';
			if (take(/['‘’‚‛](?=['‘’‚‛])/) === undefined) break;
			out += need(/['‘’‚‛]/);
		}
		need(/['‘’‚‛]/);
		return out;
	}

	function doubleQuoted(): string {
		let out = '';
		for (;;) {
			out += take(/[^"“”„`$]+/) ?? '';
			const escaped = take(/`[^]/);
			if (escaped !== undefined) out += ESCAPES[escaped.slice(1)] ?? escaped.slice(1);
			else if (take(/["“”„](?=["“”„])/) !== undefined) out += need(/["“”„]/);
			else if (script[at] === '$')
				out += String.fromCharCode(Number(/\d+/.exec(need(/\$\(\[char\]\d+\)/))?.[0]));
			else break;
		}
		need(/["“”„]/);
		return out;
	}

	function table(): ReadonlyMap<string, Value> {
		const entries = new Map<string, Value>();
		for (blank(); take(/\}/) === undefined; blank()) {
			const key = take(/\w+/) ?? text(simple());
			need(/ = /);
			const isTwice = [...entries.keys()].some(
				(other) => other.toLowerCase() === key.toLowerCase()
			);
			if (isTwice) fail(`another key than ${key}`);
			entries.set(key, expression());
		}
		return entries;
	}

	function list(): readonly Value[] {
		const values: Value[] = [];
		for (blank(); take(/\)/) === undefined; blank()) values.push(expression());
		return values;
	}
}

const ESCAPES: Record<string, string> = { 0: '\0', n: '\n', r: '\r', t: '\t', a: '\x07', b: '\b' };
