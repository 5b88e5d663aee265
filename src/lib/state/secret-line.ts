/** A name that sounds like a secret with a value that is written out, not taken out of a variable. */
const NAMED =
	/(?:passw(?:or)?d|passphrase|token|secret|api_?key)[\w-]*(?:["']?\s*[=:]\s*|\s+)["']?(?![\s"'|;&)]|\$)[^\s"']/i;
const HEADER = /\b(?:bearer|basic)\s+(?!\$)[\w+/=.~-]{6,}/i;
const USER =
	/\b(?:curl|https?)\s(?:.*\s)?(?:-u|--user|-a|--auth)[\s=]*["']?[^\s"':$-][^\s"':]*:(?!["'\s]|\$)\S/;
const ADDRESS = /:\/\/[^\s/@:"']+:(?!\$)[^\s/@"']+@/;

/** Whether a command line spells out a password or a token: such lines are not kept beyond the page. */
export const namesSecret = (line: string): boolean =>
	[NAMED, HEADER, USER, ADDRESS].some((pattern) => pattern.test(line));
