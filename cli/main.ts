#!/usr/bin/env node
import { connectedEngine } from './connected-engine';
import { ExitCode } from './exit-code';
import { run } from './run';

const { stdin, stdout, stderr, env, platform } = process;

run(process.argv.slice(2), { stdin, stdout, stderr, cwd: process.cwd(), env, platform, engine: connectedEngine }).then(
  (code) => {
    // Not `process.exit`, which would cut off what a slow reader has not taken yet.
    process.exitCode = code;
  },
  () => {
    process.exitCode = ExitCode.INTERNAL;
  },
);
