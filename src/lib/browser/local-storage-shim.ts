// MSW reads localStorage while it is loaded, and workers have none. Import this before MSW.
globalThis.localStorage ??= {
	length: 0,
	clear() {},
	getItem: () => null,
	key: () => null,
	removeItem() {},
	setItem() {}
};
