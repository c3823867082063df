// What the frame draws, as the signed-in layout's load gives it. The server's own types carry more; this is what is used.

import type { Preferences } from './preferences.ts';

export interface FrameUser extends Preferences {
	userId: string;
	name: string;
	email: string;
	workspaceRole: 'admin' | 'member' | 'guest';
	color: number;
}

export interface FrameDocument {
	id: string;
	kind: string;
	title: string;
}

export interface FrameProject {
	id: string;
	name: string;
	client: { id: string; name: string } | null;
	documents?: readonly FrameDocument[];
}
