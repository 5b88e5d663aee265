/** Hands the learner a text as a file. */
export function saveText(text: string, fileName: string): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
	link.download = fileName;
	link.click();
	URL.revokeObjectURL(link.href);
}
