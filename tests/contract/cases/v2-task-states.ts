import { type Group, get, patch, post, put, raw, remove, tidy } from './case.ts';

const run = '/dags/paused_cleanup/dagRuns/NONCE_run';
const store = `${run}/taskInstances/cleanup/state-store`;
const begin = post('/dags/paused_cleanup/dagRuns', { dag_run_id: 'NONCE_run', logical_date: null });
const gone = tidy(run);
const never = { expires_at: null };

export const v2States: Group = {
	name: 'v2-task-states',
	api: 'v2',
	cases: {
		'a state is kept, changed and deleted': [
			begin,
			get(store),
			put(`${store}/mark`, { value: 1, ...never }),
			get(`${store}/mark`),
			get(store),
			patch(`${store}/mark`, { value: { a: [true] } }),
			get(`${store}/mark`),
			put(`${store}/mark`, { value: 'two', expires_at: '2030-01-01T00:00:00Z' }),
			patch(`${store}/mark`, { value: 'three' }),
			get(`${store}/mark`),
			put(`${store}/other`, { value: 2 }),
			get(`${store}?limit=1`),
			get(`${store}?limit=1&offset=1`),
			get(`${store}?map_index=0`),
			get(`${store}/mark?map_index=0`),
			remove(`${store}/mark`),
			remove(`${store}/mark`),
			remove(store),
			get(store),
			gone
		],
		'states of all parts go together': [
			begin,
			put(`${store}/mark`, { value: 1, ...never }),
			remove(`${store}?all_map_indices=true`),
			get(store),
			remove(`${store}?map_index=0`),
			remove(`${store}?map_index=0&all_map_indices=true`),
			gone
		],
		'states are for a user, not for a viewer': [
			begin,
			put(`${store}/mark`, { value: 1, ...never }, { as: 'viewer' }),
			put(`${store}/mark`, { value: 1, ...never }, { as: 'user' }),
			get(`${store}/mark`, { as: 'viewer' }),
			patch(`${store}/mark`, { value: 2 }, { as: 'viewer' }),
			remove(`${store}/mark`, { as: 'viewer' }),
			remove(store, { as: 'viewer' }),
			remove(store, { as: 'user' }),
			gone
		],
		'states are not for nobody': [get(store, { as: 'nobody' })],
		'states of an unknown instance are none': [get(store)],
		'a state of an unknown instance': [get(`${store}/mark`)],
		'no state is put on an unknown instance': [put(`${store}/mark`, { value: 1 })],
		'no state of an unknown instance changes': [patch(`${store}/mark`, { value: 1 })],
		'no state of an unknown instance goes': [remove(`${store}/mark`)],
		'no states of an unknown instance go': [remove(store)],
		'no states of all parts of an unknown instance go': [remove(`${store}?all_map_indices=true`)],
		'an unknown state': [begin, get(`${store}/mark`), gone],
		'an unknown state does not change': [begin, patch(`${store}/mark`, { value: 1 }), gone],
		'a state needs a value': [begin, put(`${store}/mark`, {}), gone],
		'a state may not be null': [begin, put(`${store}/mark`, { value: null }), gone],
		'a change of a state needs a value': [begin, patch(`${store}/mark`, {}), gone],
		'a change of a state may not be to null': [
			begin,
			patch(`${store}/mark`, { value: null }),
			gone
		],
		'a change of a state takes no expiry': [
			begin,
			patch(`${store}/mark`, { value: 1, expires_at: null }),
			gone
		],
		'a state takes no unknown key': [
			begin,
			put(`${store}/mark`, { value: 1, colour: 'red' }),
			gone
		],
		'a state expires at an instant': [
			begin,
			put(`${store}/mark`, { value: 1, expires_at: 'soon' }),
			put(`${store}/mark`, { value: 1, expires_at: '2030-01-01T00:00:00' }),
			put(`${store}/mark`, { value: 1, expires_at: ['2030-01-01T00:00:00Z'] }),
			gone
		],
		'a state may have expired': [
			begin,
			put(`${store}/mark`, { value: 1, expires_at: '2020-01-01T00:00:00Z' }),
			get(`${store}/mark`),
			get(store),
			gone
		],
		'a state needs a body': [begin, put(`${store}/mark`), gone],
		'a state must be an object': [begin, put(`${store}/mark`, 'one'), gone],
		'a state must be JSON': [begin, put(`${store}/mark`, raw('{')), gone],
		'states take no map index below minus one': [get(`${store}?map_index=-2`)],
		'a state takes no word for a map index': [get(`${store}/mark?map_index=x`)],
		'states take no negative limit': [get(`${store}?limit=-1`)],
		'states go for all parts or not': [remove(`${store}?all_map_indices=perhaps`)]
	}
};
