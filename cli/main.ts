#!/usr/bin/env node
import { connectedEngine } from '../lib/engine/connected-engine';
import { ExitCode } from './exit-code';
import { run } from './run';

const { stdin, stdout, stderr, env, platform } = process;

// What is thrown outside of the run, such as by a stream, must not end in a bare stack either.
process.on('uncaughtException', (error) => {
  process.exitCode = ExitCode.INTERNAL;
  stderr.write(`error  This is a mistake of cdk8s-prometheus: ${error.message}\n`);
});

const environment = { stdin, stdout, stderr, cwd: process.cwd(), env, platform, engine: connectedEngine };
run(process.argv.slice(2), environment).then((code) => {
  // Not `process.exit`, which would cut off what a slow reader has not taken yet.
  process.exitCode = code;
});
