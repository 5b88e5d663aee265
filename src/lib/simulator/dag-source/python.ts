import { isRecord } from '#lib/simulator/v2/readers.ts';
import type { DagParam } from '#lib/simulator/world.ts';

/** A Python file in the making: prints values, and remembers what must be imported for them. */
export interface PythonFile {
	airflow: 2 | 3;
	/** The name as it is written in code; it is imported from where this Airflow has it. */
	use(name: Imported): string;
	/** Import statements of all that was used, in the order of isort. */
	imports(): string[];
	text(value: string): string;
	literal(value: unknown): string;
	date(ms: number): string;
	duration(ms: number): string;
	asset(uri: string): string;
	param(param: DagParam): string;
}

const STANDARD = 'airflow.providers.standard';

/** Where a name lives in Airflow 2 and 3; undefined where there is none. */
const PLACES = {
	datetime: ['datetime', 'datetime'],
	timedelta: ['datetime', 'datetime'],
	timezone: ['datetime', 'datetime'],
	DAG: ['airflow', 'airflow.sdk'],
	Asset: ['airflow.datasets', 'airflow.sdk'],
	AssetAlias: ['airflow.datasets', 'airflow.sdk'],
	Param: ['airflow.models.param', 'airflow.sdk'],
	TaskGroup: ['airflow.utils.task_group', 'airflow.sdk'],
	task: ['airflow.decorators', 'airflow.sdk'],
	AirflowSkipException: ['airflow.exceptions', 'airflow.sdk.exceptions'],
	BashOperator: ['airflow.operators.bash', `${STANDARD}.operators.bash`],
	EmptyOperator: ['airflow.operators.empty', `${STANDARD}.operators.empty`],
	PythonOperator: ['airflow.operators.python', `${STANDARD}.operators.python`],
	BranchPythonOperator: ['airflow.operators.python', `${STANDARD}.operators.python`],
	TriggerDagRunOperator: [
		'airflow.operators.trigger_dagrun',
		`${STANDARD}.operators.trigger_dagrun`
	],
	PythonSensor: ['airflow.sensors.python', `${STANDARD}.sensors.python`],
	TimeDeltaSensor: ['airflow.sensors.time_delta', `${STANDARD}.sensors.time_delta`],
	TimeDeltaSensorAsync: ['airflow.sensors.time_delta', `${STANDARD}.sensors.time_delta`],
	ApprovalOperator: [`${STANDARD}.operators.hitl`, `${STANDARD}.operators.hitl`],
	HITLOperator: [`${STANDARD}.operators.hitl`, `${STANDARD}.operators.hitl`]
} as const;

export type Imported = keyof typeof PLACES;

export const isImported = (name: string): name is Imported => Object.hasOwn(PLACES, name);

/** What Airflow 2 calls otherwise. */
const NAMES_IN_2: Partial<Record<Imported, string>> = {
	Asset: 'Dataset',
	AssetAlias: 'DatasetAlias'
};

export function python(airflow: 2 | 3): PythonFile {
	const used = new Set<Imported>();
	const nameOf = (name: Imported) => (airflow === 2 ? NAMES_IN_2[name] : undefined) ?? name;
	const use = (name: Imported) => {
		used.add(name);
		return nameOf(name);
	};
	const file: PythonFile = {
		airflow,
		use,
		imports() {
			const byPlace = new Map<string, string[]>();
			for (const name of used) {
				const place = PLACES[name][airflow - 2] ?? '';
				byPlace.set(place, [...(byPlace.get(place) ?? []), nameOf(name)]);
			}
			const lines = [...byPlace].map(([place, names]) => ({
				place,
				line: `from ${place} import ${names.sort().join(', ')}`
			}));
			const of = (isOwn: boolean) =>
				lines
					.filter(({ place }) => place.startsWith('airflow') === isOwn)
					.map(({ line }) => line)
					.sort();
			return [...of(false), ...(of(false).length > 0 ? [''] : []), ...of(true)];
		},
		text,
		literal,
		date(ms) {
			const day = new Date(ms);
			const clock = [day.getUTCHours(), day.getUTCMinutes(), day.getUTCSeconds()];
			while (clock.at(-1) === 0) clock.pop();
			const parts = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate(), ...clock];
			return `${use('datetime')}(${parts.join(', ')}, tzinfo=${use('timezone')}.utc)`;
		},
		duration(ms) {
			const [unit = 'seconds', length = 1000] = UNITS.find(([, one]) => ms % one === 0) ?? [];
			return `${use('timedelta')}(${ms === 0 ? 'seconds' : unit}=${ms / (ms === 0 ? 1 : length)})`;
		},
		asset: (uri) => `${use('Asset')}(${text(uri)})`,
		param({ value, schema, description }) {
			const facts = Object.entries(description === undefined ? schema : { ...schema, description });
			if (facts.length === 0) return literal(value);
			const plain = facts.filter(([name]) => /^[a-z_]\w*$/i.test(name));
			const odd = facts.filter(([name]) => !/^[a-z_]\w*$/i.test(name));
			const words = plain.map(([name, fact]) => `${name}=${literal(fact)}`);
			if (odd.length > 0) words.push(`**${literal(Object.fromEntries(odd))}`);
			return `${use('Param')}(${[literal(value), ...words].join(', ')})`;
		}
	};
	return file;
}

const UNITS: [unit: string, ms: number][] = [
	['days', 86_400_000],
	['hours', 3_600_000],
	['minutes', 60_000],
	['seconds', 1000]
];

/** JSON's text is Python's too; single quotes where double ones would need escapes. */
function text(value: string): string {
	const json = JSON.stringify(value);
	if (!value.includes('"') || value.includes("'")) return json;
	return `'${json.slice(1, -1).replaceAll('\\"', '"')}'`;
}

function literal(value: unknown): string {
	if (value === null || value === undefined) return 'None';
	if (typeof value === 'boolean') return value ? 'True' : 'False';
	if (typeof value === 'string') return text(value);
	if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
	if (!isRecord(value)) return String(value);
	const pairs = Object.entries(value).map(([key, item]) => `${text(key)}: ${literal(item)}`);
	return `{${pairs.join(', ')}}`;
}
