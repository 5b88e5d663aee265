import { dagCases } from './cases-dags.ts';
import { deploymentCases } from './cases-stores-deployment.ts';
import { fileCases } from './cases-stores-files.ts';
import { helpCases } from './cases-stores-help.ts';
import { peopleCases } from './cases-stores-people.ts';
import { storeCases } from './cases-stores.ts';
import type { Cases } from './line.ts';

/** All cases; their sentences are their names. */
export const cases: Cases = {
	...helpCases,
	...storeCases,
	...fileCases,
	...peopleCases,
	...deploymentCases,
	...dagCases
};
