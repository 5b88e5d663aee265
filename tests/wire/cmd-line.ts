/** How cmd.exe reads a script: from a batch file, or line by line at the prompt, where `%` means other things. */
export type CmdMode = 'batch' | 'prompt';

/** One program started by a script. */
export interface CmdCall {
	argv: string[];
}

/**
 * What cmd.exe would start for a script, as far as our snippets use it: `set "name=value"`, a program, a pipe.
 * @source the phases of cmd.exe as established by Dave Benham and jeb ("How does the Windows Command Interpreter
 * parse scripts?"); Microsoft, "Parsing C command-line arguments"
 * @throws Error for anything else that a snippet should not hold: a redirection, `&`, a parenthesis
 */
export function readCmd(
	script: string,
	variables: Readonly<Record<string, string>>,
	mode: CmdMode
): CmdCall[] {
	const known = new Map(
		Object.entries(variables).map(([name, value]) => [name.toUpperCase(), value])
	);
	const calls: CmdCall[] = [];
	let rest = script.replaceAll('\r', '');
	while (rest !== '') {
		const { commands, length } = readLine(rest, known, mode);
		rest = rest.slice(length);
		for (const command of commands) {
			const set = /^\s*set "([^=]+)=(.*)"\s*$/s.exec(command);
			if (set) known.set((set[1] ?? '').toUpperCase(), set[2] ?? '');
			else if (command.trim() !== '') calls.push({ argv: readArguments(command.trim()) });
		}
	}
	return calls;
}

// Phase 1 runs over a line before phase 2 looks at its carets; a caret at its end fetches the next line.
function readLine(script: string, known: ReadonlyMap<string, string>, mode: CmdMode) {
	const lines = script.split('\n');
	let used = 0;
	const nextLine = () => {
		const line = lines[used++];
		return line === undefined ? undefined : expandPercent(line, known, mode);
	};
	const commands = [''];
	let text = nextLine() ?? '';
	let isInside = false;
	const put = (char: string) => void (commands[commands.length - 1] += char);
	for (let at = 0; at <= text.length; at++) {
		const char = text[at];
		if (char === undefined) break;
		if (char === '"') isInside = !isInside;
		if (isInside || !'^&|<>()'.includes(char)) {
			put(char);
			continue;
		}
		if (char === '|') commands.push('');
		else if (char !== '^') throw new Error(`cmd would act on ${char} in ${text}`);
		else if (at + 1 < text.length) put(text[++at] as string);
		else {
			// The caret takes the line feed away; what comes next is taken as it is, also a line feed.
			const line = nextLine();
			if (line === undefined) break;
			if (line === '') {
				put('\n');
				text = nextLine() ?? '';
			} else {
				put(line[0] as string);
				text = line.slice(1);
			}
			at = -1;
		}
	}
	return { commands, length: lines.slice(0, used).join('\n').length + 1 };
}

function expandPercent(line: string, known: ReadonlyMap<string, string>, mode: CmdMode): string {
	let out = '';
	for (let at = 0; at < line.length;) {
		const rest = line.slice(at);
		if (!rest.startsWith('%')) {
			out += rest[0];
			at++;
			continue;
		}
		if (mode === 'batch' && rest.startsWith('%%')) {
			out += '%';
			at += 2;
			continue;
		}
		// Arguments of the batch file, of which there are none.
		if (mode === 'batch' && /^%[\d*]/.test(rest)) {
			at += 2;
			continue;
		}
		const [all = '', name = '', start, length] =
			/^%([^%:]+)(?::~(-?\d+)(?:,(-?\d+))?)?%/.exec(rest) ?? [];
		const value = all === '' ? undefined : known.get(name.toUpperCase());
		if (value !== undefined) {
			out += start === undefined ? value : value.substr(Number(start), Number(length));
			at += all.length;
		} else if (mode === 'prompt') {
			out += '%';
			at++;
		} else at += Math.max(all.length, 1);
	}
	return out;
}

/** A command line as a program of Microsoft's C runtime takes it apart. */
export function readArguments(line: string): string[] {
	const argv: string[] = [];
	let current: string | undefined;
	let isInside = false;
	for (let at = 0; at < line.length; at++) {
		const char = line[at] as string;
		if (!isInside && (char === ' ' || char === '\t')) {
			if (current !== undefined) argv.push(current);
			current = undefined;
			continue;
		}
		current ??= '';
		const slashes = /^\\*/.exec(line.slice(at))?.[0].length ?? 0;
		if (slashes > 0 && line[at + slashes] === '"') {
			current += '\\'.repeat(Math.floor(slashes / 2));
			at += slashes - 1;
			if (slashes % 2 === 0) continue;
			current += '"';
			at++;
		} else if (slashes > 0) {
			current += '\\'.repeat(slashes);
			at += slashes - 1;
		} else if (char !== '"') current += char;
		else if (isInside && line[at + 1] === '"') {
			current += '"';
			at++;
		} else isInside = !isInside;
	}
	if (isInside) throw new Error(`A quote is left open in ${line}`);
	if (current !== undefined) argv.push(current);
	return argv;
}
