// Where an item is opened: its document, with the item beside it where the document's view can show one.

const PARAMETERS: Readonly<Record<string, string>> = {
	task: 'task',
	milestone: 'task',
	deliverable: 'task',
	summary: 'task',
	goal: 'goal',
	risk: 'risk',
	opportunity: 'risk',
	issue: 'risk'
};

export function itemPath(documentId: string, item: { id: string; type: string } | null): string {
	const parameter = item === null ? undefined : PARAMETERS[item.type];
	const path = `/documents/${documentId}`;
	return parameter === undefined || item === null
		? path
		: `${path}?${parameter}=${encodeURIComponent(item.id)}`;
}
