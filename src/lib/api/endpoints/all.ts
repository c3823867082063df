// Every endpoint of the API: what the OpenAPI document is made from. A test holds the routes against this list.

import type { EndpointDefinition } from '../endpoint.ts';
import { createClient, listClients, renameClient } from './clients.ts';
import {
	changeContent,
	createDocument,
	getContent,
	getDocument,
	importContent,
	importFile,
	listDocuments,
	removeDocument,
	restoreDocument,
	updateDocument
} from './documents.ts';
import { getFile, uploadFile } from './files.ts';
import { getMe } from './me.ts';
import { changeMeeting, createNextMeeting, getMeeting } from './meetings.ts';
import {
	createProject,
	getProject,
	listMembers,
	listPeople,
	listProjects,
	removeMember,
	setMember,
	updateProject
} from './projects.ts';
import { search } from './search.ts';
import {
	changeRetrospective,
	checkIn,
	getRetrospective,
	listOwnCards,
	nudge,
	putCard,
	removeCard,
	setFacilitator,
	setParticipant,
	setPhase,
	setTimer,
	setTopic,
	takePart,
	vote
} from './retrospectives.ts';
import {
	compareVersions,
	getVersion,
	getVersionContent,
	listVersions,
	renameVersion,
	restoreVersion,
	takeVersion
} from './versions.ts';

export const endpoints: readonly EndpointDefinition[] = [
	getMe,
	listClients,
	createClient,
	renameClient,
	listProjects,
	createProject,
	getProject,
	updateProject,
	listMembers,
	setMember,
	removeMember,
	listPeople,
	search,
	listDocuments,
	createDocument,
	getDocument,
	updateDocument,
	removeDocument,
	restoreDocument,
	getContent,
	changeContent,
	importContent,
	importFile,
	getMeeting,
	changeMeeting,
	createNextMeeting,
	uploadFile,
	getFile,
	listVersions,
	takeVersion,
	getVersion,
	renameVersion,
	getVersionContent,
	restoreVersion,
	compareVersions,
	getRetrospective,
	changeRetrospective,
	setPhase,
	setFacilitator,
	setTimer,
	setTopic,
	nudge,
	takePart,
	checkIn,
	setParticipant,
	listOwnCards,
	putCard,
	removeCard,
	vote
];
