/** Which snippets are command lines that the page's terminal can run, by their targets' ids. */
const RUNNABLE = ['curl', 'httpie', 'wget', 'airflow-2', 'airflow-3', 'airflowctl'];

export const isForTerminal = (targetId: string): boolean => RUNNABLE.includes(targetId);

/** A snippet as a file that runs on a machine of one's own; what is no shell script stays as it is. */
export function scriptFile(code: string, fileName = ''): string {
	if (!fileName.endsWith('.sh') || code.startsWith('#!')) return code;
	const needed = [...new Set(code.match(/\bAIRFLOW_(USERNAME|PASSWORD|TOKEN|AUTHORIZATION)\b/g))];
	const needs = needed.length === 0 ? '' : `# Needs in the environment: ${needed.join(', ')}\n`;
	return `#!/usr/bin/env bash\n${needs}set -euo pipefail\n\n${code}\n`;
}
