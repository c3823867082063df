// Everything the demo holds, in the order in which it needs each other. A further kind of document is one more file
// and one more line.

import type { DemoPiece } from './demo-piece.ts';
import { meetingNotes } from './pieces/meeting-notes.ts';
import { people } from './pieces/people.ts';
import { projects } from './pieces/projects.ts';
import { riskBoards } from './pieces/risk-boards.ts';
import { retrospectives } from './pieces/retrospectives.ts';

export const pieces: readonly DemoPiece[] = [people, projects, meetingNotes, riskBoards, retrospectives];
