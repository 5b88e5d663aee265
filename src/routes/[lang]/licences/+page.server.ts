import { npmParts, pythonParts } from '#bin/bundled-parts.ts';
import type { PageServerLoad } from './$types';

const row = ({ name, version, licence }: { name: string; version: string; licence: string }) => ({
	name,
	version,
	licence
});

export const load: PageServerLoad = () => ({
	python: pythonParts().map(row),
	npm: npmParts().map(row)
});
