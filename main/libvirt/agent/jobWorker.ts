/** A worker for one long call at a time, on a connection of its own; started when there is one. */
import { runLane } from './laneWorker.ts';

runLane();
