import { yaml } from '#lib/simulator/cli/airflowctl-yaml.ts';

/** As `yaml`, of an object whose values are texts, numbers and nulls: numbers stand without quotes. */
export function yamlValues(
	rows: Readonly<Record<string, Readonly<Record<string, unknown>>>>
): string {
	// What is no text is marked before and cleared of its quotes behind: `yaml` writes texts alone.
	const marked = Object.fromEntries(
		Object.entries(rows).map(([key, row]) => [
			key,
			Object.fromEntries(
				Object.entries(row).map(([name, value]) => [
					name,
					typeof value === 'number' ? `${MARK}${value}` : value
				])
			)
		])
	);
	return yaml(marked).replaceAll(new RegExp(`["']?${MARK}(-?\\d+)["']?`, 'g'), '$1');
}

const MARK = 'number:';
