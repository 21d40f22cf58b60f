import { unstageableSamples, writeSamples } from './scenario/sample-scenarios';

const unrecorded = writeSamples();
for (const { name, reason } of unstageableSamples()) {
  console.log(`left out  ${name}: ${reason}`);
}
for (const name of unrecorded) {
  console.log(`to record  ${name}`);
}
