// What may be asked of the history of a document. Types only.
// A version keeps the audience that its document had: what was internal then is not there for a guest, ever.

import type { Comparison } from '#lib/core/compare/comparison.ts';
import type { RequestablePurpose, VersionPurpose } from '#lib/core/versions/purposes.ts';
import type { Actor, Timestamp } from '#server/service-types.ts';

interface PersonName {
	id: string;
	name: string;
}

export interface VersionView {
	id: string;
	documentId: string;
	purpose: VersionPurpose;
	name: string | null;
	/** SHA-256 of the content as canonical JSON (RFC 8785), in hexadecimal. */
	hash: string;
	/** Bytes of that JSON. */
	size: number;
	createdAt: Timestamp;
	/** null = taken by itself. */
	createdBy: PersonName | null;
	/** Who wrote since the version before. */
	writers: PersonName[];
	/** The version whose content this one brought back. */
	sourceId: string | null;
}

export interface VersionComparison extends Comparison {
	from: VersionView;
	/** null = the document as it is now. */
	to: VersionView | null;
}

export interface Versions {
	/** Newest first. */
	list(actor: Actor, documentId: string): Promise<VersionView[]>;
	get(actor: Actor, documentId: string, versionId: string): Promise<VersionView>;
	/** Canonical JSON, the text that the hash is of. */
	content(actor: Actor, documentId: string, versionId: string): Promise<{ text: string; hash: string }>;
	/** Throws 'invalid' with a field issue for a bad name. */
	take(
		actor: Actor,
		documentId: string,
		input: { name: string | null; purpose?: RequestablePurpose }
	): Promise<VersionView>;
	/** null takes the name away. */
	rename(actor: Actor, documentId: string, versionId: string, name: string | null): Promise<VersionView>;
	compare(
		actor: Actor,
		documentId: string,
		input: { from: string; to: string | null }
	): Promise<VersionComparison>;
	/**
	 * Brings a version's content back as a change like any other: what differs is written, what others write meanwhile
	 * stays. `before` is the state that it replaced. Throws 'conflict' where the content cannot be read any more.
	 */
	restore(
		actor: Actor,
		documentId: string,
		versionId: string
	): Promise<{ restored: VersionView; before: VersionView }>;
	/** For services that are about to replace everything; no right is asked. */
	keepBefore(documentId: string, purpose: 'before-import'): Promise<void>;
	/** Takes the versions that are due, and thins the older ones out. Answers how many were taken. */
	takeDue(): Promise<number>;
}
