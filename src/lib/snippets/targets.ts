import { airflowCli } from './airflow-cli.ts';
import { curl } from './curl.ts';
import { curlCmd } from './curl-cmd.ts';
import { curlPowershell } from './curl-powershell.ts';
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
import type { SnippetTarget } from './target.ts';
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
	airflowCli,
	githubActions,
	gitlabCi,
	nodeFetch,
	browserFetch,
	httpFile,
	rawHttp
];
