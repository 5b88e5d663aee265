// curl draws a new one each time.
const BOUNDARY = '------------------------windsock00000000';
/** What a Content-Type of the command's own gets as well. */
export const BOUNDARY_PARAMETER = `boundary=${BOUNDARY}`;

type Warn = (id: string, values?: Record<string, string>) => void;

/**
 * A multipart body from `-F`, text fields only: files are named and left out.
 * @source curl's manual page, -F, --form-string; RFC 7578
 */
export class FormBody {
	readonly #warn: Warn;
	readonly #parts: string[] = [];
	isGiven = false;
	readonly type = `multipart/form-data; ${BOUNDARY_PARAMETER}`;

	constructor(warn: Warn) {
		this.#warn = warn;
	}

	take(option: string, text: string): void {
		if (option !== 'form' && option !== 'form-string') return;
		if (!this.isGiven) this.#warn('multipart-boundary');
		this.isGiven = true;
		const equals = text.indexOf('=');
		const [name, content] = [text.slice(0, equals), text.slice(equals + 1)];
		if (option === 'form-string') return this.#add(name, content, undefined);
		if (/^[@<]/.test(content)) return this.#warn('file', { names: `-F ${text}` });
		// `=(` begins parts within a part.
		if (/^[()]/.test(content) && name === '')
			return this.#warn('unknown-options', { names: `-F ${text}` });
		const [, quoted, plain = '', rest = ''] =
			/^[ \t-\r]*(?:"((?:[^"\\]|\\[^])*)"|([^;]*))((?:;.*)?)$/s.exec(content) ?? [];
		const type = /;\s*type=([^;]+)/.exec(rest)?.[1];
		this.#add(name, quoted?.replace(/\\(["\\])/g, '$1') ?? plain.replace(/[ \t-\r]+$/, ''), type);
	}

	text(): string | undefined {
		if (!this.isGiven) return undefined;
		return `${this.#parts.join('')}--${BOUNDARY}--\r\n`;
	}

	#add(name: string, value: string, type: string | undefined): void {
		const escaped = name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
		this.#parts.push(
			`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${escaped}"\r\n` +
				`${type === undefined ? '' : `Content-Type: ${type}\r\n`}\r\n${value}\r\n`
		);
	}
}
