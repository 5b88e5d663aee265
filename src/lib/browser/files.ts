/** Hands the learner a text as a file to keep. */
export function saveFile(name: string, text: string, type = 'application/json'): void {
	const url = URL.createObjectURL(new Blob([text], { type }));
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// The download has its own hold on the blob by the next task.
	setTimeout(() => URL.revokeObjectURL(url), 0);
}
