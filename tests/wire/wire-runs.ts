import { curl } from '#lib/snippets/curl.ts';
import { curlCmd } from '#lib/snippets/curl-cmd.ts';
import { curlPowershell } from '#lib/snippets/curl-powershell.ts';
import { browserFetch, nodeFetch } from '#lib/snippets/fetch.ts';
import { githubActions } from '#lib/snippets/github-actions.ts';
import { gitlabCi } from '#lib/snippets/gitlab-ci.ts';
import { httpie as httpieTarget } from '#lib/snippets/httpie.ts';
import { pythonHttpx, pythonHttpxAsync } from '#lib/snippets/python-httpx.ts';
import { powershell } from '#lib/snippets/powershell.ts';
import { pythonRequests } from '#lib/snippets/python-requests.ts';
import { pythonUrllib } from '#lib/snippets/python-urllib.ts';
import { rawHttp } from '#lib/snippets/raw-http.ts';
import type { SnippetTarget } from '#lib/snippets/target.ts';
import { wget } from '#lib/snippets/wget.ts';
import type { Runner } from './run-snippets.ts';
import {
	cmd,
	CMD_PASSWORD,
	curlInPowershell,
	githubStep,
	gitlabJob,
	restMethod,
	socket
} from './readers.ts';
import { bash, dash, httpie, node, python } from './runners.ts';

/** A target and one way to run what it prints. */
export interface WireRun {
	/** Letters, digits and underscores: it becomes a part of a URL. */
	name: string;
	target: SnippetTarget;
	run: Runner;
	/** What AIRFLOW_PASSWORD holds there, where it is not the usual one. */
	password?: string;
}

/** Every target that can be executed, with everything that executes it. */
export const wireRuns: readonly WireRun[] = [
	{ name: 'bash_curl', target: curl, run: bash },
	{ name: 'dash_curl', target: curl, run: dash },
	{ name: 'bash_wget', target: wget, run: bash },
	{ name: 'httpie', target: httpieTarget, run: httpie },
	{ name: 'github_actions', target: githubActions, run: githubStep },
	{ name: 'gitlab_ci', target: gitlabCi, run: gitlabJob },
	{ name: 'node_fetch', target: nodeFetch, run: node },
	{ name: 'browser_fetch', target: browserFetch, run: node },
	{ name: 'http', target: rawHttp, run: socket },
	{ name: 'cmd_curl', target: curlCmd, run: cmd, password: CMD_PASSWORD },
	{ name: 'powershell_curl', target: curlPowershell, run: curlInPowershell },
	{ name: 'powershell', target: powershell, run: restMethod },
	{ name: 'python_requests', target: pythonRequests, run: python },
	{ name: 'python_httpx', target: pythonHttpx, run: python },
	{ name: 'python_httpx_async', target: pythonHttpxAsync, run: python },
	{ name: 'python_urllib', target: pythonUrllib, run: python }
];
