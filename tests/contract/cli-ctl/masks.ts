import { normalise } from '#contract/compare.ts';

/**
 * What a comparison of two runs of the program does not look at, each with its reason. Only these
 * rules, by name; everything else counts to the letter.
 */
export const lineMasks: { name: string; reason: string; apply: (text: string) => string }[] = [
	{
		name: 'log time',
		reason: 'a line of the log begins with the time of the machine',
		apply: (text) => text.replace(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?= \[)/gm, '<time>')
	},
	{
		name: 'frames',
		reason: 'the frames of a traceback tell where the program is installed and how it is written',
		apply: (text) =>
			text
				.replace(/^(Traceback \(most recent call last\):\n)(?:[ ^~|+].*\n)*/gm, '$1')
				// Of exceptions that followed from each other the last one counts.
				.replace(/^Traceback[^]*\n\n(?:During|The above)[^\n]*\n\n(?=Traceback)/, '')
	},
	{
		name: 'prose',
		reason: 'what a command or an option is for is said in words of our own',
		apply: (text) => (text.startsWith('Usage: ') ? maskProse(text) : text)
	},
	{
		name: 'pydantic',
		reason: 'the links of Pydantic name its release',
		apply: (text) => text.replace(/(?<=errors\.pydantic\.dev\/)[\d.]+/g, '<release>')
	},
	{
		name: 'slots in use',
		reason: 'runs that others started come and go in the default pool of a live server',
		apply: (text) =>
			text.includes('default_pool')
				? text.replace(/(?<=\b(?:occupied|running|queued|open)_slots"?: ?["'])\d+/g, '<slots>')
				: text
	},
	{
		name: 'token',
		reason: 'a token is signed and dated',
		apply: (text) => text.replace(/\beyJ[\w-]+\.[\w-]+\.[\w-]+/g, '<token>')
	},
	{
		name: 'error id',
		reason: 'made up for every failure, to find it in the log',
		apply: (text) => text.replace(/(?<=look for ID )\w{8}\b/g, '<id>')
	}
];

/**
 * Printed lines, masked. A line of JSON is taken apart, so that the masks of the API hold in it, and
 * put together again with its keys in their order; one without Python's spaces says so.
 */
export function maskText(text: string): string[] {
	const masked = lineMasks.reduce((rest, { apply }) => apply(rest), text);
	return masked.split('\n').map((line) => {
		const isJson = /^(?:\[(?:\{".*)?\]|\{".*\})$/.test(line);
		const type = isJson ? 'application/json' : 'text/plain';
		const { body = '' } = normalise({ status: 0, type, text: line });
		if (!isJson) return String(body);
		return (
			(/[:,]\S/.test(line.replaceAll(/"(?:\\.|[^"\\])*"/g, '""')) ? 'dense ' : '') +
			JSON.stringify(body)
		);
	});
}

/** Texts that the program makes from names stay; they are facts of its interface. */
const MADE = /^(?:\w+ for \w+ operation(?: in \w+)?|show this help message and exit)$/;

function maskProse(screen: string): string {
	const lines: string[] = [];
	let isHead = true;
	for (const line of screen.split('\n')) {
		if (/^(?:Positional Arguments|Options):$/.test(line)) isHead = false;
		const beside = /^( {2,6}\S.*?) {2,}(\S.*)$/.exec(line);
		const head = beside?.[1] ?? '';
		const says = beside?.[2] ?? /^ {8,}(\S.*)$/.exec(line)?.[1] ?? '';
		if (isHead && /^\S/.test(line) && !line.startsWith('Usage: ')) put(lines, '<prose>');
		else if (isHead || says === '' || MADE.test(says)) lines.push(line);
		else put(lines, `${head.trimEnd()} <prose>`);
	}
	return lines.join('\n');
}

/** Prose on several lines counts as one. */
function put(lines: string[], line: string): void {
	if (line === '<prose>' && lines.at(-1) === line) return;
	if (line !== ' <prose>') lines.push(line);
	else if (!lines.at(-1)?.endsWith('<prose>')) lines.push(`${lines.pop() ?? ''} <prose>`);
}
