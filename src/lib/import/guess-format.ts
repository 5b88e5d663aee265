import type { ImportFormat } from './imported.ts';

/** What a text most likely is; undefined when it looks like nothing that can be imported. */
export function guessFormat(text: string): ImportFormat | undefined {
	const start = text.trim();
	if (/^[[{]/.test(start)) return jsonFormat(start);
	if (REQUEST_LINE.test(start)) return 'http';
	if (PYTHON.test(start)) return 'python';
	if (POWERSHELL.test(start)) return 'powershell';
	const hasCurl = /(^|[\s;&|(/\\])curl(\.exe)?\s/i.test(start);
	if (hasCurl) return isCmd(start) ? 'cmd' : isPowershellCurl(start) ? 'powershell' : 'curl';
	if (/(^|[\s;&|(/])airflow(ctl)?\s/.test(start)) return 'cli';
	return /^https?:\/\/\S+$/i.test(start) ? 'http' : undefined;
}

const REQUEST_LINE =
	/^(?:(?:#|\/\/).*\r?\n|@[\w.-]+\s*=.*\r?\n|\s*\r?\n)*(?:###|(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE)\s+\S)/;
const PYTHON = /(^|\W)(import requests|from requests|(requests|session|httpx|client)\.\w+\s*\()/;
const POWERSHELL = /\b(Invoke-WebRequest|Invoke-RestMethod)\b|(^|[\s;(|])(iwr|irm)\s/i;

// A caret at the end of a line or before a quote, and what only a batch file holds.
function isCmd(text: string): boolean {
	if (/\^[ \t]*\r?\n|\^"|^\s*(@echo|set ")/im.test(text)) return true;
	return /(^|\s)curl\.exe\s/i.test(text) && !/[`']|--config -/.test(text);
}

function isPowershellCurl(text: string): boolean {
	return /`[ \t]*\r?\n|\$env:|\|\s*curl\.exe/i.test(text) || /(^|\s)curl\.exe\s/i.test(text);
}

function jsonFormat(text: string): ImportFormat {
	return /"_postman_id"|"schema"\s*:\s*"[^"]*postman/.test(text) || isItems(text)
		? 'postman'
		: 'har';
}

const isItems = (text: string) => /^\{\s*"(info|item)"\s*:/.test(text);
