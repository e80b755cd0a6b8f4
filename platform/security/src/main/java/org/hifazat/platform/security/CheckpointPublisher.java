package org.hifazat.platform.security;

/** Takes signed checkpoints to a second place, out of reach of whoever can edit the database. */
public interface CheckpointPublisher {
  /** Called inside the transaction that stores the checkpoint, as a system caller. */
  void publish(Checkpoint checkpoint);
}
