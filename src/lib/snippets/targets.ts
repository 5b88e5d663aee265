import { airflow2Cli, airflow3Cli, airflowctlCli } from './airflow-cli.ts';
import { curl } from './curl.ts';
import { curlCmd } from './curl-cmd.ts';
import { curlPowershell } from './curl-powershell.ts';
import { dagOperator } from './dag-operator.ts';
import { browserFetch, nodeFetch } from './fetch.ts';
import { githubActions } from './github-actions.ts';
import { gitlabCi } from './gitlab-ci.ts';
import { httpFile } from './http-file.ts';
import { httpie } from './httpie.ts';
import { powershell } from './powershell.ts';
import { pythonClient } from './python-client.ts';
import { pythonHttpx, pythonHttpxAsync } from './python-httpx.ts';
import { pythonRequests } from './python-requests.ts';
import { pythonUrllib } from './python-urllib.ts';
import { rawHttp } from './raw-http.ts';
import type { SnippetInput, SnippetTarget } from './target.ts';
import { wget } from './wget.ts';

/** Every target, in the order of the tabs. */
export const targets: readonly SnippetTarget[] = [
	curl,
	curlCmd,
	curlPowershell,
	powershell,
	httpie,
	wget,
	pythonRequests,
	pythonHttpx,
	pythonHttpxAsync,
	pythonUrllib,
	pythonClient,
	airflow2Cli,
	airflow3Cli,
	airflowctlCli,
	dagOperator,
	githubActions,
	gitlabCi,
	nodeFetch,
	browserFetch,
	httpFile,
	rawHttp
];

/** The target of an id, also of one that older links carry and no list has any more. */
export function targetOf(id: string, api: SnippetInput['api']): SnippetTarget | undefined {
	if (id === 'airflow-cli') return api === 'v1' ? airflow2Cli : airflow3Cli;
	return targets.find((target) => target.id === id);
}
