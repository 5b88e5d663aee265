import type { Exercise } from '#lib/course/lesson.ts';
import { allPages } from './all-pages.ts';
import { findFailed } from './find-failed.ts';
import { rerunFailed } from './rerun-failed.ts';
import { widenPool } from './widen-pool.ts';

/** In the order in which the lesson's text has them. */
export const endpointsExercises: Exercise[] = [rerunFailed, findFailed, allPages, widenPool];
