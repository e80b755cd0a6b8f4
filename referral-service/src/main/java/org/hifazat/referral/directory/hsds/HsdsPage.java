package org.hifazat.referral.directory.hsds;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/** A page as the HSDS API has it. */
@JsonNaming(SnakeCaseStrategy.class)
public record HsdsPage<T>(
    long totalItems,
    long totalPages,
    int pageNumber,
    int size,
    boolean firstPage,
    boolean lastPage,
    boolean empty,
    List<T> contents) {}
