export { loadFile, loadStream } from '../host-files.ts';
export { toSdkInput } from './prepare-call.ts';
export { type Member, orderedMembers, type Shape, shapeOf } from './shapes.ts';
export { answerSkeleton, formatSkeleton, withFloats } from './skeleton.ts';
export { isRecord, unpack } from './unpack.ts';
export { validateParameters } from './validate.ts';
