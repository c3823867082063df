// What the history panel asks of the server. Throws AppError, as every call does.

import { api } from '#lib/client/api.ts';
import type { VersionComparison, VersionView } from '#server/versions/version-service.ts';

export type { VersionComparison, VersionView };

export async function listVersions(documentId: string, signal?: AbortSignal): Promise<VersionView[]> {
	const request = signal ? { signal } : {};
	return (await api<{ versions: VersionView[] }>(`/documents/${documentId}/versions`, request)).versions;
}

export function takeVersion(documentId: string, name: string): Promise<VersionView> {
	return api(`/documents/${documentId}/versions`, { method: 'POST', json: { name } });
}

export function renameVersion(
	documentId: string,
	versionId: string,
	name: string | null
): Promise<VersionView> {
	return api(`/documents/${documentId}/versions/${versionId}`, { method: 'PATCH', json: { name } });
}

export function compareVersions(
	documentId: string,
	from: string,
	to: string | null,
	signal: AbortSignal
): Promise<VersionComparison> {
	const query = new URLSearchParams(to === null ? { from } : { from, to });
	return api(`/documents/${documentId}/comparison?${query.toString()}`, { signal });
}

export function restoreVersion(
	documentId: string,
	versionId: string
): Promise<{ restored: VersionView; before: VersionView }> {
	return api(`/documents/${documentId}/versions/${versionId}/restore`, { method: 'POST' });
}
