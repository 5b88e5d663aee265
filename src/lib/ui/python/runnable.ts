/** Which snippets are programs that the page's Python can run, by their targets' ids. */
const RUNNABLE = ['python-requests', 'python-httpx', 'python-httpx-async', 'python-urllib'];

export const isRunnable = (targetId: string): boolean => RUNNABLE.includes(targetId);
