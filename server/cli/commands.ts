// Every command there is.

import type { Command } from './command.ts';
import { backup } from './commands/backup.ts';
import { createToken } from './commands/create-token.ts';
import { createUser } from './commands/create-user.ts';
import { rebuild } from './commands/rebuild.ts';
import { restore } from './commands/restore.ts';
import { verify } from './commands/verify.ts';

export const commands: readonly Command[] = [createUser, createToken, backup, restore, verify, rebuild];
