package dev.troupe.inventory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The process that decides about goods. */
@SpringBootApplication
public class InventoryService {

    public static void main(String[] args) {
        SpringApplication.run(InventoryService.class, args);
    }
}
