import { curlScript } from './curl-script.ts';
import { pipelineCredential } from './pipeline-credential.ts';
import type { SnippetTarget } from './target.ts';
import { yamlBlock, yamlText } from './yaml-text.ts';

/**
 * A workflow of one job that sends the request, and waits when asked to; it fails when the server refuses.
 * @source GitHub, "Workflow syntax for GitHub Actions"; checked against its published schema by tests/wire
 */
export const githubActions: SnippetTarget = {
	id: 'github-actions',
	label: 'GitHub Actions',
	group: 'pipeline',
	language: 'yaml',
	fileName: '.github/workflows/airflow.yml',
	generate(input) {
		const { input: asked, variables, warnings } = pipelineCredential(input, 'set-github-secret');
		const script = curlScript(asked);
		if (!script.isAvailable) return { code: '', available: false, warnings: script.warnings };

		const title = yamlText(withoutExpression(input.operation.key));
		const lines = [
			`name: ${title}`,
			'on: workflow_dispatch',
			'jobs:',
			'  airflow:',
			'    runs-on: ubuntu-latest',
			...(input.options?.waits ? ['    timeout-minutes: 65'] : []),
			'    steps:',
			`      - name: ${title}`,
			// Said in so many words, it is bash with -e and pipefail.
			'        shell: bash',
			...(variables.length > 0
				? ['        env:', ...variables.map((name) => `          ${name}: \${{ secrets.${name} }}`)]
				: []),
			`        run: ${yamlBlock(withoutExpression(`set -euf\n${script.code}`), '        ')}`
		];
		return {
			code: lines.join('\n'),
			available: true,
			warnings: [...script.warnings, ...warnings]
		};
	}
};

// GitHub would put a value in the place of an expression before the shell reads the script. Within single quotes,
// where all foreign text stands, two quotes more change nothing for the shell.
function withoutExpression(text: string): string {
	return text.replaceAll('${{', () => "$''{{");
}
