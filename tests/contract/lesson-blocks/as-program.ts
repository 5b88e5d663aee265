import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LessonBlock } from '#lib/course/blocks.ts';

export interface Ended {
	exitCode: number;
	stderr: string;
}

/** Runs a block in a real bash, in an empty folder, as admin of the Airflow at `url`. */
export const asBash = ({ code, needs }: LessonBlock, url: string, token: string): Promise<Ended> =>
	program('bash', ['-c', `${needs}\n${code}`], url, { AIRFLOW_TOKEN: token });

/** Runs a block in a real Python that has `requests`. */
export const asPython = ({ code }: LessonBlock, url: string, python: string): Promise<Ended> =>
	program(python, ['-c', code], url, {});

async function program(
	command: string,
	words: string[],
	url: string,
	more: Record<string, string>
): Promise<Ended> {
	const cwd = await mkdtemp(join(tmpdir(), 'windsock-block-'));
	const env = {
		PATH: process.env.PATH ?? '',
		HOME: cwd,
		LANG: 'C.UTF-8',
		AIRFLOW: url,
		AIRFLOW_USER: 'admin',
		AIRFLOW_PASSWORD: 'admin',
		...more
	};
	try {
		return await new Promise((done, fail) => {
			const child = spawn(command, words, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
			let stderr = '';
			child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
			child.on('error', fail);
			child.on('close', (code) => done({ exitCode: code ?? -1, stderr }));
		});
	} finally {
		await rm(cwd, { recursive: true });
	}
}
