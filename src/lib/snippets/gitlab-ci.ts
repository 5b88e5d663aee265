import { curlScript } from './curl-script.ts';
import { pipelineCredential } from './pipeline-credential.ts';
import type { SnippetTarget } from './target.ts';
import { yamlBlock } from './yaml-text.ts';

/**
 * A job that sends the request, and waits when asked to; it fails when the server refuses. Its variables come from
 * the project's settings and are there without being named.
 * @source GitLab, "CI/CD YAML syntax reference"; checked against its published schema by tests/wire
 */
export const gitlabCi: SnippetTarget = {
	id: 'gitlab-ci',
	label: 'GitLab CI',
	group: 'pipeline',
	language: 'yaml',
	fileName: '.gitlab-ci.yml',
	generate(input) {
		const { input: asked, warnings } = pipelineCredential(input, 'set-gitlab-variable');
		const script = curlScript(asked);
		if (!script.isAvailable) return { code: '', available: false, warnings: script.warnings };

		const lines = [
			'airflow:',
			'  image: alpine:3.22',
			...(input.options?.waits ? ['  timeout: 65 minutes'] : []),
			'  before_script:',
			'    - apk add --no-cache curl jq',
			'  script:',
			`    - ${yamlBlock(withoutInputs(`set -euf\n${script.code}`), '    ')}`
		];
		return {
			code: lines.join('\n'),
			available: true,
			warnings: [...script.warnings, ...warnings]
		};
	}
};

// GitLab would put an input in its place. Within single quotes two quotes more change nothing for the shell.
function withoutInputs(text: string): string {
	return text.replaceAll('$[[', () => "$''[[");
}
