/**
 * Names a part of a request form by its own title, and by its lab's where the page has several: a mark is
 * then `-` and the id of the lab's title.
 */
export const titledBy = (mark: string, id: string): string =>
	mark === '' ? id : `${id}${mark} ${mark.slice(1)}`;
