// The named roots of a Y.Doc, read without trust: a root that another program wrote as a different type
// comes back as null instead of throwing, so that a damaged document can still be opened and repaired.

import * as Y from 'yjs';

export function rootMap(doc: Y.Doc, name: string): Y.Map<unknown> | null {
	return isFree(doc, name, Y.Map) ? doc.getMap(name) : null;
}

export function rootText(doc: Y.Doc, name: string): Y.Text | null {
	return isFree(doc, name, Y.Text) ? doc.getText(name) : null;
}

export function rootFragment(doc: Y.Doc, name: string): Y.XmlFragment | null {
	return isFree(doc, name, Y.XmlFragment) ? doc.getXmlFragment(name) : null;
}

/** True when the root is unused, not yet given a type, or already of this type. */
function isFree(doc: Y.Doc, name: string, type: abstract new () => unknown): boolean {
	const known: unknown = doc.share.get(name);
	if (known === undefined) return true;
	const constructor = (known as object).constructor;
	return constructor === Y.AbstractType || constructor === type;
}
