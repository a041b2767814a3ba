/** The worker for short calls, one at a time, on the agent's connection. */
import { runLane } from './laneWorker.ts';

runLane();
