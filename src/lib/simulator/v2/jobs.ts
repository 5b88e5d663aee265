import type { Resource } from '#lib/simulator/call.ts';
import { isoZ } from '#lib/simulator/time.ts';
import { heartbeatMs, isAlive } from '#lib/simulator/heartbeats.ts';
import type { Job } from '#lib/simulator/world-tables.ts';
import {
	boundsOf,
	dateRange,
	hasNaiveDate,
	inOpenRange,
	microsOf,
	optionalFlag,
	optionalText,
	page
} from './filters.ts';
import { listing } from './listing.ts';
import { operation } from './operation.ts';
import { orderBy, type Columns } from './order.ts';
import { databaseError } from './reply.ts';

const HOST = 'airflow';

const columns: Columns<Job> = {
	id: { kind: 'number', value: ({ id }) => id },
	dag_id: { kind: 'text', value: ({ dagId }) => dagId },
	state: { kind: 'text', value: ({ state }) => state },
	job_type: { kind: 'text', value: ({ jobType }) => jobType },
	start_date: { kind: 'date', value: ({ startMs }) => microsOf(startMs) },
	end_date: { kind: 'date', value: ({ endMs }) => microsOf(endMs) },
	latest_heartbeat: { kind: 'date', value: ({ latestHeartbeatMs }) => microsOf(latestHeartbeatMs) },
	executor_class: { kind: 'text', value: () => undefined },
	hostname: { kind: 'text', value: () => HOST },
	unixname: { kind: 'text', value: () => 'airflow' }
};

/** @source airflow/api_fastapi/core_api/routes/public/job.py */
export const jobs = {
	'GET /jobs': operation(
		{
			query: {
				...dateRange('start_date'),
				...dateRange('end_date'),
				...page,
				order_by: orderBy('id'),
				job_state: optionalText,
				job_type: optionalText,
				hostname: optionalText,
				executor_class: optionalText,
				is_alive: optionalFlag
			}
		},
		(world, _, { query }) => {
			if (hasNaiveDate(query)) return databaseError(world);
			const fits = (value: string | undefined, asked: string | null) =>
				asked === null || asked === value;
			const rows = world.jobs
				.map((job) => ({ ...job, latestHeartbeatMs: heartbeatMs(world, job) }))
				.filter(
					(job) =>
						fits(job.state, query.job_state) &&
						fits(job.jobType, query.job_type) &&
						fits(HOST, query.hostname) &&
						fits(undefined, query.executor_class) &&
						inOpenRange(job.startMs, boundsOf(query, 'start_date'), world.nowMs) &&
						inOpenRange(job.endMs, boundsOf(query, 'end_date'), world.nowMs)
				);
			const answer = listing({
				rows,
				columns,
				query,
				name: 'jobs',
				show: (job) => ({
					isShown: query.is_alive === null || isAlive(world, job),
					job
				})
			});
			// Whatever is asked of their life, only the living are shown; the total counts the others too.
			const body = answer.body as {
				jobs?: { isShown: boolean; job: Job }[];
				total_entries: number;
			};
			if (!body.jobs) return answer;
			const shown = body.jobs.filter(({ isShown }) => isShown).map(({ job }) => jobShape(job));
			return { ...answer, body: { jobs: shown, total_entries: body.total_entries } };
		}
	)
} satisfies Resource;

const jobShape = (job: Job) => ({
	id: job.id,
	dag_id: job.dagId ?? null,
	state: job.state,
	job_type: job.jobType,
	start_date: isoZ(job.startMs),
	end_date: isoZ(job.endMs),
	latest_heartbeat: isoZ(job.latestHeartbeatMs),
	executor_class: null,
	hostname: HOST,
	unixname: 'airflow',
	dag_display_name: job.dagId ?? null
});
